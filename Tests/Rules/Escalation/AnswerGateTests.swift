import Foundation
import Rules
import Testing

@Suite("The answer gate")
struct AnswerGateTests {
    let gate = AnswerGate(AnswerPolicy())
    let today = CivilDate(iso: "2026-11-23")!

    private func faults(_ change: (inout AnswerDraft) -> Void, evidence: ReportCategory.EvidencePolicy = .photoOrSignedDocument) -> [String] {
        var draft = City.answer
        change(&draft)
        return gate.faults(draft, evidence: evidence, today: today).map { "\($0.pointer) \($0.reason)" }
    }

    @Test(
        "syllables are counted as Vietnamese writes them",
        arguments: [
            ("", 0), ("   \n\t", 0), ("\u{200B}\u{200B}", 0), ("đã xử lý xong", 4), ("Đã xử lý: xong!", 4), ("12 34 56", 0), ("số 12 đường Láng", 3),
            ("nghie\u{0302}ng nga\u{0309}", 2), ("nghiêng ngả", 2), ("xử\u{200B} lý", 2), ("a\u{00A0}b", 2), ("😀 🎉", 0), ("Công-ty cổ phần", 4),
        ] as [(String, Int)])
    func syllables(text: String, count: Int) { #expect(Syllables.count(text) == count) }

    @Test("an answer with text, outcome and proof passes")
    func passes() { #expect(faults { _ in }.isEmpty) }

    @Test("every hard rule blocks, and all are told at once")
    func blocks() {
        #expect(faults { $0.text = " \u{200B} " } == ["/text field.required"])
        #expect(faults { $0.text = "Đã xử lý xong cảm ơn ông bà" } == ["/text answer.too-short"])
        #expect(faults { $0.outcome = nil } == ["/outcome field.required"])
        #expect(faults { $0.evidence = [] } == ["/evidence answer.evidence-needed"])
        #expect(faults { $0.evidence = [Evidence(kind: .document, document: DocumentID(trusted: "d"))] } == ["/evidence answer.evidence-needed"])
        #expect(faults { $0.evidence = [Evidence(kind: .signedDocument, document: DocumentID(trusted: "d"))] }.isEmpty)
        #expect(faults({ $0.evidence = [] }, evidence: .waived).isEmpty)
        #expect(faults { $0.outcome = .planned } == ["/plannedFor answer.plan-without-date"])
        #expect(
            faults {
                $0.outcome = .planned
                $0.plannedFor = CivilDate(iso: "2026-11-22")
            } == ["/plannedFor answer.plan-in-the-past"])
        #expect(
            faults {
                $0.outcome = .planned
                $0.plannedFor = CivilDate(iso: "2026-11-23")
                $0.evidence = []
            }.isEmpty)
        #expect(faults { $0 = AnswerDraft(outcome: nil, text: "") } == ["/text field.required", "/outcome field.required"])
    }

    @Test("a document that is named must lie with it")
    func documents() {
        let text = City.answerText + " theo Tờ trình 412/TTr-SXD ngày 20/11/2026"
        #expect(faults { $0.text = text } == ["/evidence answer.document-not-attached"])
        let document = Evidence(kind: .document, document: DocumentID(trusted: "d"), number: "412/ttr-sxd")
        #expect(
            faults {
                $0.text = text
                $0.evidence.append(document)
            }.isEmpty)
        let lenient = AnswerGate(AnswerPolicy(citableWithoutAttachment: ["NĐ-CP"]))
        var draft = City.answer
        draft.text += " theo Nghị định 30/2020/NĐ-CP"
        #expect(lenient.faults(draft, evidence: .photoOrSignedDocument, today: today).isEmpty)
        #expect(!gate.faults(draft, evidence: .photoOrSignedDocument, today: today).isEmpty)
    }

    @Test(
        "numbers of documents are told from dates, shares and measures",
        arguments: [
            ("Theo 412/TTr-SXD, 12729/VPCP-KGVX và 45/2018/QĐ-TTg.", ["412/TTr-SXD", "12729/VPCP-KGVX", "45/2018/QĐ-TTg"]), ("ngày 23/11/2026, 2/3 số hộ, 5/m", []),
            ("Luật 136/2025/QH15", ["136/2025/QH15"]), ("ngõ 12/34 phố Láng, nhà 3/A", []), ("412/TTr-SXD và 412/TTr-SXD", ["412/TTr-SXD"]), ("a412/TTr-SXD", []), ("", []), ("1/AB", ["1/AB"]),
        ] as [(String, [String])])
    func numbers(text: String, found: [String]) { #expect(DocumentNumbers.found(in: text) == found) }
}

@Suite("Hollow answers")
struct AnswerScrutinyTests {
    let scrutiny = AnswerScrutiny(AnswerPolicy())
    let subject = AnswerScrutiny.Subject(place: "Số 12 đường Láng", object: "Thoát nước, ngập úng", text: City.text)
    let now = City.monday

    @Test("a good answer raises nothing")
    func good() {
        #expect(scrutiny.flags(City.answer, about: subject, past: [], assignedAt: Timestamp(ms: now.ms - 3_600_000), at: now).isEmpty)
    }

    @Test("(a) the answer given about another place")
    func boilerplate() {
        let generic = "Cảm ơn ông bà đã gửi phản ánh đến đơn vị, đơn vị đã ghi nhận nội dung và sẽ chỉ đạo bộ phận chuyên môn kiểm tra theo quy định của pháp luật"
        func past(_ place: String, days: Int64, text: String = generic) -> AnswerScrutiny.Past {
            .init(report: ReportID(trusted: "old"), place: place, shingles: Shingles(text), at: Timestamp(ms: now.ms - days * 86_400_000))
        }
        let draft = AnswerDraft(outcome: .resolved, text: generic)
        let flag = scrutiny.boilerplate(draft, place: "Số 12 đường Láng", past: [past("Phố Huế", days: 10)], at: now)
        #expect(flag == AnswerFlag(.boilerplate, report: ReportID(trusted: "old"), figure: 100))
        #expect(flag?.sentence.vi == "Giống 100 % câu trả lời đơn vị đã gửi cho một địa điểm khác.")
        #expect(scrutiny.boilerplate(draft, place: "số 12 đường láng", past: [past("Số 12 Đường Láng", days: 10)], at: now) == nil, "the same place")
        #expect(scrutiny.boilerplate(draft, place: "Số 12 đường Láng", past: [past("Phố Huế", days: 91)], at: now) == nil, "too long ago")
        #expect(scrutiny.boilerplate(draft, place: "Số 12 đường Láng", past: [past("Phố Huế", days: 10, text: City.answerText)], at: now) == nil)
        // The same words with one changed are still boilerplate; without marks and in capitals, too.
        let varied = AnswerDraft(outcome: .resolved, text: generic.uppercased() + " hiện hành")
        #expect(scrutiny.boilerplate(varied, place: "Số 12 đường Láng", past: [past("Phố Huế", days: 1)], at: now)?.kind == .boilerplate)
    }

    @Test("(b) nothing of the place, the object or a number")
    func unspecific() {
        let hollow = AnswerDraft(outcome: .resolved, text: "Đơn vị đã tiếp nhận phản ánh của người dân và sẽ kiểm tra xử lý theo quy định, trân trọng cảm ơn")
        #expect(scrutiny.unspecific(hollow, subject)?.kind == .unspecific)
        #expect(scrutiny.unspecific(City.answer, subject) == nil)
        #expect(scrutiny.unspecific(AnswerDraft(outcome: .resolved, text: "Da khac phuc tai duong Lang"), subject) == nil, "without marks")
        #expect(scrutiny.unspecific(AnswerDraft(outcome: .resolved, text: "Hố ga trước nhà số 12 đã thông"), subject) == nil, "a number")
    }

    @Test("(c) promises only, and yet resolved")
    func promises() {
        let promise = "Phường ghi nhận phản ánh tại đường Láng và sẽ kiểm tra, chỉ đạo tổ công tác"
        #expect(scrutiny.promiseOnly(AnswerDraft(outcome: .resolved, text: promise))?.kind == .promiseOnly)
        #expect(scrutiny.promiseOnly(AnswerDraft(outcome: .planned, text: promise)) == nil)
        #expect(scrutiny.promiseOnly(AnswerDraft(outcome: .resolved, text: promise + "; đã nạo vét xong")) == nil)
        #expect(scrutiny.promiseOnly(AnswerDraft(outcome: .resolved, text: "Cống đã thông, nước rút hết")) == nil)
    }

    @Test("(d) a photo that was seen before, even saved anew")
    func photos() {
        let before = PhotoPrint(sha256: "aa", differenceHash: 0b1111_0000)
        #expect(scrutiny.reusedPhoto([PhotoPrint(sha256: "aa")], earlier: [before])?.kind == .reusedPhoto)
        #expect(scrutiny.reusedPhoto([PhotoPrint(sha256: "bb", differenceHash: 0b1111_1111)], earlier: [before])?.kind == .reusedPhoto)
        #expect(scrutiny.reusedPhoto([PhotoPrint(sha256: "bb", differenceHash: 0b1_1111_1111)], earlier: [before]) == nil)
        #expect(scrutiny.reusedPhoto([PhotoPrint(sha256: "bb")], earlier: [before]) == nil && scrutiny.reusedPhoto([], earlier: [before]) == nil)
    }

    @Test("(f) answered at once")
    func hasty() {
        #expect(scrutiny.hasty(assignedAt: Timestamp(ms: now.ms - 299_000), at: now) == AnswerFlag(.hasty, figure: 4))
        #expect(scrutiny.hasty(assignedAt: Timestamp(ms: now.ms - 300_000), at: now) == nil)
    }

    @Test("sets of shingles are the same on every machine and after JSON")
    func stable() throws {
        let shingles = Shingles("Cống đã thông")
        #expect(shingles.hashes == [Shingles("cong da thong").hashes.first!])
        #expect(try JSONDecoder().decode(Shingles.self, from: JSONEncoder().encode(shingles)) == shingles)
        #expect(Shingles("").likeness(to: Shingles("")) == 0)
    }
}
