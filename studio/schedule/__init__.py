"""The schedule: who works when and where, and what is booked with them."""
