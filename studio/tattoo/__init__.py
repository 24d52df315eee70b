"""The tattoo room: pieces, from the first idea to the last touch-up."""
