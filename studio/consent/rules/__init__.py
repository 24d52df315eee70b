"""Decisions about consent: values in, answers out."""
