"""The words every room speaks: work, journal, facts, actors, rights, money, time, refusals."""
