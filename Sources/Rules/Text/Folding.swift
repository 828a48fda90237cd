/// Text as a searcher types it: small letters without marks, so that "quyet dinh" finds "Quyết định".
public enum Folding {
    /// Small letters, Vietnamese marks taken off, đ as d; everything else stays. Composed and decomposed input fold alike.
    public static func key(_ text: some StringProtocol) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            // Marks of decomposed text: grave, acute, tilde, hook, dot, breve, circumflex, horn and their kin.
            if combiningMarks.contains(scalar.value) { continue }
            folded.append(bases[scalar] ?? scalar)
        }
        return String(folded)
    }

    private static let combiningMarks: ClosedRange<UInt32> = 0x0300...0x036F

    private static let families: [(base: Unicode.Scalar, marked: String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậäåā"), ("c", "çćč"), ("d", "đð"), ("e", "èéẻẽẹêềếểễệëē"), ("i", "ìíỉĩịïîī"), ("n", "ñń"),
        ("o", "òóỏõọôồốổỗộơờớởỡợöøō"), ("s", "šś"), ("u", "ùúủũụưừứửữựüûū"), ("y", "ỳýỷỹỵÿ"), ("z", "žźż"),
    ]

    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for family in families {
            for scalar in family.marked.unicodeScalars { bases[scalar] = family.base }
        }
        return bases
    }()
}
