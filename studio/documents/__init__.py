"""Documents: drawn as PDF, sealed with the studio's own key, kept encrypted, and verified whenever somebody asks."""
