/// The worker's answer to one `Job`.
public enum Reply: Codable, Sendable, Equatable {
    case inspected(Inspection)
    case rendered(widthPx: Int, heightPx: Int, bytes: Int)
    case text(PageText)
    case verdict(Verdict)
    case certificates([CertificateLook])
    case photo(PhotoFindings)
    case typeset(pages: Int, bytes: Int)
    case refused(Refused)
}

/// Why the worker could not do a job although it is alive: the bytes are to blame, not the machine.
public struct Refused: Codable, Sendable, Equatable, Error {
    public enum Code: String, Codable, Sendable {
        /// No PDF, or damaged beyond reading.
        case unreadable
        /// Opens only with a password.
        case encrypted
        /// More pages, objects or nesting than the limits allow.
        case tooComplex
        /// The page asked for does not exist.
        case noSuchPage
        /// The frame or the file named in the job is not usable: a mistake on the server's side.
        case badJob
    }
    public var code: Code
    /// For the log, in English; never document text.
    public var detail: String

    public init(code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }
}

/// What a first look at a file found.
public struct Inspection: Codable, Sendable, Equatable {
    /// Page sizes in points (1/72 inch), rotation applied, in page order.
    public struct Size: Codable, Sendable, Equatable {
        public var widthPt: Double
        public var heightPt: Double
        public init(widthPt: Double, heightPt: Double) {
            self.widthPt = widthPt
            self.heightPt = heightPt
        }
    }
    public var pages: [Size]
    public init(pages: [Size]) { self.pages = pages }
}

/// A page's text and where its words stand, for reading aloud, selecting and searching.
public struct PageText: Codable, Sendable, Equatable {
    /// One word; x, y, width, height as fractions of the page (0…1, origin top left).
    public struct Word: Codable, Sendable, Equatable {
        public var text: String
        public var x, y, width, height: Double
        public init(text: String, x: Double, y: Double, width: Double, height: Double) {
            self.text = text
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }
    public var text: String
    public var words: [Word]
    public init(text: String, words: [Word]) {
        self.text = text
        self.words = words
    }
}
