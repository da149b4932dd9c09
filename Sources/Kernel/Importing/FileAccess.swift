internal import Glibc

/// Whether a file is there and can be read.
func fileExists(_ path: String) -> Bool { access(path, R_OK) == 0 }
