"""The people of the studio: accounts, sign-ins, and the tokens that let guests in."""
