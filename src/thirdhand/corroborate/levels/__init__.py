"""A level that moves over time, from claims that err, lean, repeat and bound it."""
