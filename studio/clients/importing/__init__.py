"""Clients from a file: read in a process apart, checked, looked over, and put on file all at once or not at all."""
