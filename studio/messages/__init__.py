"""Messages: alerts for the people of the studio, and letters by e-mail."""
