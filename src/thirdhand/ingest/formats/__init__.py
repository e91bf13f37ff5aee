"""The formats, one file each: bytes -> Page. `readers` lists them."""
