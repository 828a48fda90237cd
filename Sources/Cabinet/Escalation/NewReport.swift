public import Rules

/// What somebody tells the city, as it came in; checked by the rules (`Submission.faults`).
public struct NewReport: Sendable {
    public var text: String
    public var legalKind: LegalKind
    public var category: CategoryID?
    public var urgency: Urgency
    /// The local unit in whose territory it is.
    public var place: UnitID?
    /// Street, number, landmark.
    public var address: String
    public var point: MapPoint?
    public var contact: ReporterContact?
    public var isCollective: Bool
    /// Photos already cleaned; they lie with the report from the start.
    public var photos: [CleanedPhoto]
    /// What looks like the same thing was shown before submitting. A program that sends reports on has no screen: it says true.
    public var duplicatesShown: Bool
    /// Number under which the sending program knows it; the same one again is the same report.
    public var externalCode: String?

    public init(
        text: String, legalKind: LegalKind = .onTheSpot, category: CategoryID? = nil, urgency: Urgency = .normal, place: UnitID? = nil, address: String = "", point: MapPoint? = nil,
        contact: ReporterContact? = nil, isCollective: Bool = false, photos: [CleanedPhoto] = [], duplicatesShown: Bool = true, externalCode: String? = nil
    ) {
        self.text = text
        self.legalKind = legalKind
        self.category = category
        self.urgency = urgency
        self.place = place
        self.address = address
        self.point = point
        self.contact = contact
        self.isCollective = isCollective
        self.photos = photos
        self.duplicatesShown = duplicatesShown
        self.externalCode = externalCode
    }
}

/// A point in ten-millionths of a degree.
public struct MapPoint: Codable, Hashable, Sendable {
    public var latitudeE7: Int64
    public var longitudeE7: Int64

    /// Nil outside the globe.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        latitudeE7 = Int64((latitude * 1e7).rounded())
        longitudeE7 = Int64((longitude * 1e7).rounded())
    }

    init(latitudeE7: Int64, longitudeE7: Int64) {
        self.latitudeE7 = latitudeE7
        self.longitudeE7 = longitudeE7
    }

    public var latitude: Double { Double(latitudeE7) / 1e7 }
    public var longitude: Double { Double(longitudeE7) / 1e7 }

    /// To three decimals, about a hundred metres: what the public may see.
    public var rounded: MapPoint { MapPoint(latitudeE7: (latitudeE7 + 5_000) / 10_000 * 10_000, longitudeE7: (longitudeE7 + 5_000) / 10_000 * 10_000) }

    /// Metres between two points near one another in Hà Nội: a degree of longitude is 93 % of one of latitude there.
    func metres(to other: MapPoint) -> Int {
        let north = Double(latitudeE7 - other.latitudeE7) * 0.01113195
        let east = Double(longitudeE7 - other.longitudeE7) * 0.01113195 * 0.9336
        return Int((north * north + east * east).squareRoot())
    }
}

/// How to reach the reporter; sealed, and shown only to who handles the report.
public struct ReporterContact: Codable, Hashable, Sendable {
    public var name: String
    public var phone: String
    public var email: String
    public init(name: String = "", phone: String = "", email: String = "") {
        self.name = name
        self.phone = phone
        self.email = email
    }

    var cleaned: Self { Self(name: Text.clean(name), phone: Text.clean(phone), email: Text.clean(email)) }
    var isEmpty: Bool { name.isEmpty && phone.isEmpty && email.isEmpty }
    var parts: [String] { [name, phone, email].filter { !$0.isEmpty } }
}

/// A photo as it left the worker: nothing but its picture; what its marks said stands here.
public struct CleanedPhoto: Codable, Hashable, Sendable {
    /// Of the cleaned bytes, which lie in the content store.
    public var sha256: String
    public var bytes: Int64
    public var mediaType: String
    public var name: String
    public var widthPx: Int
    public var heightPx: Int
    public var differenceHash: UInt64?
    public var takenAt: Timestamp?
    public var point: MapPoint?

    public init(
        sha256: String, bytes: Int64, mediaType: String, name: String = "", widthPx: Int, heightPx: Int, differenceHash: UInt64? = nil, takenAt: Timestamp? = nil,
        point: MapPoint? = nil
    ) {
        self.sha256 = sha256
        self.bytes = bytes
        self.mediaType = mediaType
        self.name = name
        self.widthPx = widthPx
        self.heightPx = heightPx
        self.differenceHash = differenceHash
        self.takenAt = takenAt
        self.point = point
    }

    var print: PhotoPrint { PhotoPrint(sha256: sha256, differenceHash: differenceHash) }
}
