import Cabinet
import Foundation
import Rules

/// The citizen's form as far as it is filled in, with what is wrong with it.
struct Filled: Sendable {
    var kind: LegalKind
    /// Random and known to this browser alone: the same form sent twice is one report, with one private link.
    var once: String
    var law: ReportLaw
    var text = ""
    var place: UnitID?
    var street = ""
    var landmark = ""
    var category: CategoryID?
    var point: MapPoint?
    var lat = ""
    var lon = ""
    var contact = ReporterContact()
    var photo: CleanedPhoto?
    var similarShown = false
    var similar: [PublicReport] = []
    var problem: String?
    /// Sentences by field.
    var wrong: [String: String] = [:]

    init(kind: LegalKind, once: String, law: ReportLaw) {
        self.kind = kind
        self.once = once
        self.law = law
    }

    init(_ sent: SentForm, kind: LegalKind, once: String, law: ReportLaw) {
        self.init(kind: kind, once: once, law: law)
        text = sent["text"]
        place = UnitID(sent["place"])
        street = sent["street"]
        landmark = sent["landmark"]
        category = CategoryID(sent["category"])
        lat = sent["lat"]
        lon = sent["lon"]
        if let latitude = Double(lat), let longitude = Double(lon) { point = MapPoint(latitude: latitude, longitude: longitude) }
        contact = ReporterContact(name: sent["name"], phone: sent["phone"], email: sent["email"])
        similarShown = sent["similarShown"] == "yes"
    }

    var address: String { [street, landmark].filter { !$0.isEmpty }.joined(separator: ", ") }

    var submission: Submission {
        Submission(
            channel: .web, legalKind: kind, category: category, text: text, hasPhoto: photo != nil, hasPoint: point != nil, address: address, place: place, duplicatesShown: true)
    }

    /// The field beside which a refused member is said.
    static func field(of pointer: String) -> String {
        switch pointer {
        case "/legalKind", "/text": "text"
        case "/contact/phone": "phone"
        case "/contact/email": "email"
        case "/photos": "photo"
        default: pointer.split(separator: "/").first.map(String.init) ?? "text"
        }
    }

    // MARK: Becoming a report

    /// 256 bits made from the form's token with a key that never leaves the server.
    func secret(_ cabinet: Cabinet) -> String { cabinet.digest(path: "private-link", body: Array(once.utf8)).hexadecimal }

    func key(_ cabinet: Cabinet) -> RequestKey {
        let content = [kind.rawValue, text, place?.text ?? "", address, category?.text ?? "", lat, lon, contact.name, contact.phone, contact.email, photo?.sha256 ?? ""]
        return RequestKey(text: "form-\(once)", digest: cabinet.digest(path: "report-form", body: Array(content.joined(separator: "\u{1F}").utf8)))
    }

    func command(_ cabinet: Cabinet) -> SubmitReport {
        let report = NewReport(
            text: text, legalKind: kind, category: category, place: place, address: address, point: point, contact: contact, photos: photo.map { [$0] } ?? [], duplicatesShown: true)
        return SubmitReport(
            id: .init(trusted: cabinet.surroundings.newID()), report: report, linkHash: PrivateLink.hash(secret(cabinet)), sealedText: cabinet.surroundings.newID(),
            sealedContact: cabinet.surroundings.newID())
    }
}

extension Sequence<UInt8> {
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
