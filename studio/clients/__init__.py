"""The clients room: who the studio works on, their health answers, consents, and the forms that came from phones."""
