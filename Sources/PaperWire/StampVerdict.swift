/// What one document time-stamp (ETSI EN 319 142-1 §5.5) is worth: the seal around everything that stood in the file before it.
public struct StampVerdict: Codable, Sendable, Equatable {
    /// Fully qualified field name.
    public var field: String
    public var indication: Indication
    public var subIndication: String?
    /// RFC 3339; null where the token cannot be read. Proven only if the indication is a pass.
    public var time: String?
    /// Subject of the certificate that issued it; null where there is none.
    public var issuer: String?
    /// The first so many bytes of the file are under it; null where that cannot be told.
    public var stampedBytes: Int?
    /// At least one where the indication is not a pass.
    public var reasons: [SignatureVerdict.Reason]

    public init(field: String, indication: Indication, subIndication: String? = nil, time: String? = nil, issuer: String? = nil, stampedBytes: Int? = nil, reasons: [SignatureVerdict.Reason] = []) {
        self.field = field
        self.indication = indication
        self.subIndication = subIndication
        self.time = time
        self.issuer = issuer
        self.stampedBytes = stampedBytes
        self.reasons = reasons
    }

    // Every key stands in the answer, as null where nothing is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(field, forKey: .field)
        try container.encode(indication, forKey: .indication)
        try container.encode(subIndication, forKey: .subIndication)
        try container.encode(time, forKey: .time)
        try container.encode(issuer, forKey: .issuer)
        try container.encode(stampedBytes, forKey: .stampedBytes)
        try container.encode(reasons, forKey: .reasons)
    }
}
