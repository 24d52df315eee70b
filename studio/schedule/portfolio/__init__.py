"""What artists show of their work, in the order they like: drawings of their own, and clients' photos that may be."""
