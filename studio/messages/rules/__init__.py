"""Pure decisions: until when an alert is put off, when a letter is tried again, what fits into a mail setting."""
