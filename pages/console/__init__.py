"""What the command line does, one file a matter; results go to standard output, everything else to standard error."""
