"""The studio's own papers: privacy notice, terms, deposit policy and aftercare sheets, each edition kept as it was."""
