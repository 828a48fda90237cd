import CPoppler

/// Unicode normal form C, in which all text of the house is kept and compared.
enum NormalForm {
    static func composed(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        guard let normal = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE) else { return text }
        defer { g_free(normal) }
        return String(cString: normal)
    }
}
