public import Rules

/// One opening of a reporter's contact: `GET /contact-accesses`.
public struct ContactAccessBody: Codable, Sendable {
    public var code: TrackingCode
    public var person: UserID
    public var personName: String
    public var unit: UnitID
    public var unitName: String
    public var at: String

    public init(code: TrackingCode, person: UserID, personName: String, unit: UnitID, unitName: String, at: String) {
        self.code = code
        self.person = person
        self.personName = personName
        self.unit = unit
        self.unitName = unitName
        self.at = at
    }
}
