import Rules
import Store

/// Looks at a proposed answer beside what lies in the tables: earlier answers of the unit, photos seen before, when and where a photo was taken.
enum Scrutiny {
    /// Most earlier answers of a unit that are compared, newest first.
    static let comparedAnswers = 500
    /// A photo of the result taken further away shows something else.
    static let maximumMetres = 300

    static func flags(_ draft: AnswerDraft, on row: ReportRow, at now: Timestamp, law: ReportLaw, vault: Vault, in tx: borrowing Transaction) throws -> [AnswerFlag] {
        let scrutiny = AnswerScrutiny(law.policy.answer)
        let report = row.report
        let place = report.place.map { law.forest.name($0).vi } ?? ""
        let category = report.category.flatMap { law.categories[$0]?.name.vi } ?? ""
        let subject = AnswerScrutiny.Subject(place: "\(row.address) \(place)", object: category, text: try vault.open(row.original, in: tx) ?? row.publicText)
        let since = now.ms - Int64(law.policy.answer.boilerplateDays) * 86_400_000
        let past = try tx.rows(
            """
            SELECT report, place, shingles, at FROM report_answer WHERE unit = \(report.holder.text) AND at >= \(since) AND report <> \(row.id.text)
            ORDER BY at DESC, report LIMIT \(comparedAnswers)
            """
        ).map { past in
            AnswerScrutiny.Past(
                report: past.id("report"), place: past.text("place"), shingles: try Canonical.decode(Shingles.self, from: past.text("shingles")), at: past.time("at"))
        }
        var flags = scrutiny.flags(draft, about: subject, past: past, assignedAt: report.assignedAt ?? report.receivedAt, at: now)
        flags += try photoFlags(draft, on: row, scrutiny, at: now, in: tx)
        return flags
    }

    private static func photoFlags(_ draft: AnswerDraft, on row: ReportRow, _ scrutiny: AnswerScrutiny, at now: Timestamp, in tx: borrowing Transaction) throws -> [AnswerFlag] {
        let ids = Set(draft.evidence.filter { $0.kind == .photo }.map(\.document.text))
        guard !ids.isEmpty else { return [] }
        let rows = try tx.rows(
            """
            SELECT id, sha256, difference_hash, taken_at, latitude_e7, longitude_e7 FROM report_file
            WHERE report = \(row.id.text) AND id IN \(list: ids.sorted()) ORDER BY id LIMIT \(ReportFiles.max)
            """)
        let prints = rows.map { PhotoPrint(sha256: $0.text("sha256"), differenceHash: $0.optionalInteger("difference_hash").map { UInt64(bitPattern: $0) }) }
        var flags: [AnswerFlag] = []
        if let flag = scrutiny.reusedPhoto(prints, earlier: try ReportFiles.earlierPrints(than: now, except: ids, in: tx)) { flags.append(flag) }
        if rows.contains(where: { $0.optionalTime("taken_at").map { $0 < row.report.receivedAt } ?? false }) { flags.append(AnswerFlag(.photoTooOld)) }
        if let latitude = row.latitudeE7, let longitude = row.longitudeE7 {
            let here = MapPoint(latitudeE7: latitude, longitudeE7: longitude)
            let metres = rows.compactMap { photo -> Int? in
                guard let latitude = photo.optionalInteger("latitude_e7"), let longitude = photo.optionalInteger("longitude_e7") else { return nil }
                return here.metres(to: MapPoint(latitudeE7: latitude, longitudeE7: longitude))
            }.max()
            if let metres, metres > maximumMetres { flags.append(AnswerFlag(.photoElsewhere, figure: metres)) }
        }
        return flags
    }
}
