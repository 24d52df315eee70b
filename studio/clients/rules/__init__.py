"""Pure decisions of the clients room: values in, answers out."""
