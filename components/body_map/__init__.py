"""A figure to point at: our own drawing of a body from four sides. `figure` draws it, `body_map.js` lets people tap."""
