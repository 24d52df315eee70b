"""Privacy: what people may ask of the studio about themselves, and how long anything is kept."""
