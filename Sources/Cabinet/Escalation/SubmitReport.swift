public import Rules
public import Store

/// T1: a report comes in. Its text and the reporter's contact are sealed; a masked text is public.
///
/// Who: anybody (web, with or without account), an officer on behalf of somebody, an integration. An integration that sends an `externalCode` it has
/// sent before gets the report that is there.
public struct SubmitReport: Command {
    public struct Receipt: Codable, Sendable {
        public var id: ReportID
        public var code: TrackingCode
        /// Until when the reception looks at it.
        public var due: Timestamp
        /// The external code was known: nothing new was made.
        public var existing: Bool
    }
    public static let name: CommandName = "report.submit"
    static let maxPhotos = 10
    static let addressLength = 500
    static let externalCodeLength = 1...128
    static let contactLength = 200

    public var id: ReportID
    public var report: NewReport
    /// SHA-256 of the private link's secret; nil where none is given out.
    public var linkHash: [UInt8]?
    /// Ids for the vault.
    public var sealedText: String
    public var sealedContact: String

    public init(id: ReportID, report: NewReport, linkHash: [UInt8]?, sealedText: String, sealedContact: String) {
        self.id = id
        self.report = report
        self.linkHash = linkHash
        self.sealedText = sealedText
        self.sealedContact = sealedContact
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        switch caller {
        case .visitor, .person: break
        case .clock, .operator, .reporter: throw Refusal(.authForbidden, ["needs": "visitor"])
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let law = try act.law()
        let integration = act.caller.person.flatMap { $0.role == .integration ? $0.id : nil }
        if let found = try existing(of: integration, in: tx) { return found }
        let text = Text.clean(report.text)
        let address = Text.clean(report.address)
        let contact = report.contact?.cleaned
        var faults = try fieldFaults(address: address, contact: contact)
        let submission = Submission(
            channel: try channel(act.caller, in: tx), legalKind: report.legalKind, category: report.category, urgency: report.urgency, text: text,
            hasPhoto: !report.photos.isEmpty, hasPoint: report.point != nil, address: address, place: report.place, isCollective: report.isCollective,
            duplicatesShown: report.duplicatesShown)
        faults = submission.faults(under: law) + faults
        guard faults.isEmpty else { throw Refusal(ReportRefusal(.incomplete, fields: faults)) }
        var code = TrackingCode(receivedOn: act.at.inVietnam.date, random: act.random(TrackingCode.randomBytes))
        while try tx.exists("SELECT 1 FROM report WHERE code = \(code.description)") {
            code = TrackingCode(receivedOn: act.at.inVietnam.date, random: act.random(TrackingCode.randomBytes))
        }
        let person = act.caller.person
        let reporter = submission.channel == .web ? person?.id : nil
        let received = code
        let step = try Refusal.told { () throws(ReportRefusal) in
            try Report.receiving(submission, id: id, code: received, by: ReportActor(person: person?.id, roles: [.reporter]), at: act.at, under: law)
        }
        let hasContact = contact.map { !$0.isEmpty } ?? false
        try insert(step.report, address: address, contact: hasContact ? sealedContact : nil, publicText: PublicText.masking(text), reporter: reporter, integration: integration, act, in: tx)
        _ = try act.vault.seal(text, id: sealedText, at: act.at.ms, in: tx)
        if hasContact, let contact { _ = try act.vault.seal(try Canonical.encode(contact), id: sealedContact, at: act.at.ms, in: tx) }
        for (index, photo) in report.photos.enumerated() {
            try ReportFiles.insert(photo, id: "\(id)-\(index + 1)", report: id, side: .before, isPublic: false, act, in: tx)
        }
        try ReportMoving.begin(step, act: act, in: tx)
        return Receipt(id: id, code: code, due: step.report.standing?.due ?? act.at, existing: false)
    }

    private func existing(of integration: UserID?, in tx: borrowing Transaction) throws -> Receipt? {
        guard let code = report.externalCode else { return nil }
        guard let integration else { throw Refusal(ReportRefusal(.incomplete, fields: [.init(pointer: "/externalCode", reason: "report.external-code-needs-integration")])) }
        guard Self.externalCodeLength.contains(code.utf8.count) else {
            throw Refusal(ReportRefusal(.incomplete, fields: [.init(pointer: "/externalCode", reason: "field.too-long", parameters: ["limit": "\(Self.externalCodeLength.upperBound)"])]))
        }
        guard let row = try tx.row("SELECT \(ReportRow.columns) FROM report WHERE integration = \(integration.text) AND external_code = \(code)") else { return nil }
        let known = try ReportRow(row).report
        return Receipt(id: known.id, code: known.code, due: known.standing?.due ?? known.receivedAt, existing: true)
    }

    private func fieldFaults(address: String, contact: ReporterContact?) throws -> [Refusal.Field] {
        var faults: [Refusal.Field] = []
        func tooLong(_ pointer: String, _ text: String, _ limit: Int) {
            if text.count > limit { faults.append(.init(pointer: pointer, reason: "field.too-long", parameters: ["limit": "\(limit)"])) }
        }
        tooLong("/address", address, Self.addressLength)
        if let contact {
            tooLong("/contact/name", contact.name, Self.contactLength)
            tooLong("/contact/phone", contact.phone, Self.contactLength)
            tooLong("/contact/email", contact.email, Self.contactLength)
        }
        if report.photos.count > Self.maxPhotos { faults.append(.init(pointer: "/photos", reason: "field.too-many", parameters: ["limit": "\(Self.maxPhotos)"])) }
        return faults
    }

    private func channel(_ caller: Caller, in tx: borrowing Transaction) throws -> Channel {
        guard let person = caller.person else { return .web }
        if person.role == .integration { return .integration }
        return try ReportStanding.of(caller, in: tx).hasDesk ? .officer : .web
    }

    private func insert(
        _ value: Report, address: String, contact: String?, publicText: String, reporter: UserID?, integration: UserID?, _ act: Act, in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO report (id, code, value, version, state, bucket, is_open, holder, category, legal_kind, urgency, place, channel, received_at, moved_at, due, remind_at,
              integration, external_code, reporter, link_hash, address, latitude_e7, longitude_e7, original, contact, public_text)
            VALUES (\(id.text), \(value.code.description), \(try Canonical.encode(value)), 1, \(value.state.rawValue), 'waiting', 1, \(value.holder.text), \(value.category?.text),
              \(value.legalKind.rawValue), \(value.urgency.rawValue), \(value.place?.text), \(value.channel.rawValue), \(act.at.ms), \(act.at.ms), 0, 0,
              \(integration?.text), \(report.externalCode), \(reporter?.text), \(linkHash), \(address), \(report.point?.latitudeE7), \(report.point?.longitudeE7),
              \(sealedText), \(contact), \(publicText))
            """)
    }
}
