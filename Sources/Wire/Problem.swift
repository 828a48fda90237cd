/// Why a request was refused or failed: `application/problem+json` (RFC 9457).
///
/// `{"type","title","status","detail","code","errors":[{"pointer","detail"}]}`; sentences are in the language asked
/// for, `code` is stable for ever.
public struct Problem: Codable, Sendable, Equatable {
    /// One field of the request that is not acceptable.
    public struct Field: Codable, Sendable, Equatable {
        /// RFC 6901 pointer into the request, for example `/title`.
        public var pointer: String
        public var detail: String

        public init(pointer: String, detail: String) {
            self.pointer = pointer
            self.detail = detail
        }
    }

    /// The media type of this body.
    public static let mediaType = "application/problem+json"

    /// URI reference that names the kind of problem; `about:blank` where the status says it all.
    public var type: String
    public var title: String
    public var status: Int
    /// A sentence for the person who asked.
    public var detail: String?
    /// Null only in answers of servers in between, which know no codes.
    public var code: String?
    public var errors: [Field]?

    public init(type: String = "about:blank", title: String, status: Int, detail: String?, code: String?, errors: [Field]? = nil) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.code = code
        self.errors = errors
    }

    private enum CodingKeys: String, CodingKey { case type, title, status, detail, code, errors }

    /// RFC 9457 §3.1 makes every member optional, so a foreign problem is readable too.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        type = try container.decodeIfPresent(String.self, forKey: .type) ?? "about:blank"
        title = try container.decodeIfPresent(String.self, forKey: .title) ?? ""
        status = try container.decodeIfPresent(Int.self, forKey: .status) ?? 0
        detail = try container.decodeIfPresent(String.self, forKey: .detail)
        code = try container.decodeIfPresent(String.self, forKey: .code)
        errors = try container.decodeIfPresent([Field].self, forKey: .errors)
    }
}
