/// What is wrong with a /ByteRange.
enum ByteRangeFault: Error {
    case missing
    case notFourIntegers
    case negative
    case doesNotBeginAtStart
    case beyondFile
    case gapIsNotContents

    var vi: String {
        switch self {
        case .missing: "không có"
        case .notFourIntegers: "không gồm bốn số nguyên"
        case .negative: "có số âm hoặc quá lớn"
        case .doesNotBeginAtStart: "không bắt đầu từ đầu tệp"
        case .beyondFile: "vượt quá cuối tệp"
        case .gapIsNotContents: "phần chừa ra không đúng là chữ ký"
        }
    }

    var en: String {
        switch self {
        case .missing: "there is none"
        case .notFourIntegers: "it is not four integers"
        case .negative: "a number is negative or too large"
        case .doesNotBeginAtStart: "it does not begin at the start of the file"
        case .beyondFile: "it reaches beyond the end of the file"
        case .gapIsNotContents: "what it leaves out is not exactly the signature"
        }
    }
}
