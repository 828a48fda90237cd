/// Which words of a text say something about this case, and which only promise.
enum TellingWords {
    /// Pairs of neighbouring syllables and numbers, small and without marks, but for those of administrative phrases.
    ///
    /// A single syllable of Vietnamese is shared by any two texts; a pair names a thing or a place.
    static func of(_ text: String) -> [String] {
        var telling: [String] = []
        var previous: String?
        for token in tokens(text) {
            if token.isNumber {
                telling.append(token.text)
                previous = nil
            } else {
                if let previous, !(empty.contains(previous) && empty.contains(token.text)), !emptyPairs.contains("\(previous) \(token.text)") {
                    telling.append("\(previous) \(token.text)")
                }
                previous = token.text
            }
        }
        return telling
    }

    private static func tokens(_ text: String) -> [(text: String, isNumber: Bool)] {
        var tokens: [(text: String, isNumber: Bool)] = []
        var word = ""
        var isNumber = false
        func flush() {
            if !word.isEmpty { tokens.append((word, isNumber)) }
            word = ""
            isNumber = false
        }
        for scalar in Folding.key(text).unicodeScalars {
            if Syllables.isInvisible(scalar) { continue }
            let isDigit = scalar.isASCII && scalar.properties.numericType != nil
            if isDigit || scalar.properties.isAlphabetic {
                word.unicodeScalars.append(scalar)
                isNumber = isNumber || isDigit
            } else {
                flush()
            }
        }
        flush()
        return tokens
    }

    /// "sẽ kiểm tra", "ghi nhận", "chỉ đạo" and their kin, without marks.
    static let promises = [
        "se kiem tra", "ghi nhan", "chi dao", "se xu ly", "se phoi hop", "se xem xet", "dang xem xet", "tiep thu", "se khac phuc", "yeu cau", "de nghi", "se co ke hoach",
    ]

    /// What tells that something was done.
    static let results = [
        "da thay", "da sua", "da khac phuc", "da hoan thanh", "da xu phat", "da lap bien ban", "da thao do", "da don", "da thu gom", "da nao vet", "da va", "da cat", "da lap dat",
        "da xu ly xong", "da thong", "da giai toa", "da trong", "da son", "da tra", "da cap", "da boi thuong", "da dinh chi", "da thu hoi", "da sua chua", "da bo sung", "da chuyen",
        "da kiem tra", "da khoi phuc", "da dong", "da mo",
    ]

    /// Syllables that say nothing beside one another.
    private static let empty: Set<String> = [
        "va", "cua", "cho", "cac", "la", "co", "da", "se", "dang", "den", "duoc", "voi", "theo", "ve", "tai", "tu", "trong", "nay", "do", "thi", "ma", "de", "bi", "khi", "nhung", "mot", "rat",
        "toi", "ong", "ba", "anh", "chi", "don", "vi", "xin", "kinh", "gui", "cam", "on",
    ]

    private static let emptyPairs: Set<String> = [
        "phan anh", "kien nghi", "nguoi dan", "cong dan", "don vi", "kiem tra", "xu ly", "thuc hien", "thoi gian", "quy dinh", "yeu cau", "de nghi", "chi dao", "ghi nhan", "tiep nhan",
        "noi dung", "co quan", "chuc nang", "phoi hop", "khac phuc", "ha noi", "thanh pho", "tran trong", "cam on", "dia ban", "uy ban", "nhan dan", "giai quyet", "ket qua", "xem xet", "cac don",
        "vi lien", "lien quan", "thong bao", "ong ba", "tra loi", "theo quy", "co tham", "tham quyen", "chuc nang", "tinh trang", "ben canh", "hien nay", "hien tai", "chung toi",
    ]
}
