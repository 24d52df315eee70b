"""The recovery screen: what a hurt data folder is met with, served without a studio, on this computer alone."""
