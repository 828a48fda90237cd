import Foundation
import Rules
import Testing

@Suite("The dossier of an escalation")
struct DossierTests {
    private func faults(_ change: (inout Dossier) -> Void) throws -> [String] {
        var dossier = City.dossier
        change(&dossier)
        return try City.law().faults(of: dossier).map { "\($0.pointer) \($0.reason)" }
    }

    @Test("a whole dossier passes")
    func whole() throws { #expect(try faults { _ in }.isEmpty) }

    @Test("an empty one names every field of §1.6, in its order")
    func empty() throws {
        #expect(
            try faults { $0 = Dossier() } == [
                "/reason field.required", "/legalBasis field.required", "/side field.required", "/stage field.required", "/cause field.required", "/done field.required",
                "/options field.required", "/recommended field.required", "/ask field.required", "/attachments dossier.photo-or-report-needed", "/holdingText field.required",
            ])
    }

    @Test("each missing field is named alone")
    func each() throws {
        #expect(try faults { $0.reason = nil } == ["/reason field.required"])
        #expect(try faults { $0.legalBasis = " " } == ["/legalBasis field.required"])
        #expect(try faults { $0.side = nil } == ["/side field.required"])
        #expect(try faults { $0.cause = "\u{200B}" } == ["/cause field.required"])
        #expect(try faults { $0.ask = nil } == ["/ask field.required"])
        #expect(try faults { $0.options.removeLast() } == ["/options dossier.too-few-options"])
        #expect(try faults { $0.options[1].risk = "" } == ["/options/1/risk field.required"])
        #expect(try faults { $0.options[1].costVND = nil } == ["/options/1/costVND field.required"])
        #expect(try faults { $0.options[1].costVND = -1 } == ["/options/1/costVND field.negative"])
        #expect(try faults { $0.options[1].leadUnit = UnitID(trusted: "nobody") } == ["/options/1/leadUnit unit.unknown"])
        #expect(try faults { $0.options[1].label = "A" } == ["/options/1/label field.twice"])
        #expect(try faults { $0.recommended = "C" } == ["/recommended dossier.recommends-none-of-them"])
        #expect(try faults { $0.recommended = nil } == ["/recommended field.required"])
        #expect(try faults { $0.rule = CompetenceRuleID(trusted: "none") } == ["/rule competence.unknown-rule"])
        #expect(try faults { $0.reason = .acrossUnits } == ["/attachments dossier.opinion-needed"])
        #expect(try faults { $0.attachments = [] } == ["/attachments dossier.photo-or-report-needed"])
        #expect(try faults { $0.holdingText = nil } == ["/holdingText field.required"])
        #expect(try faults { $0.cause = String(repeating: "x", count: 20_001) } == ["/cause field.too-long"])
    }

    @Test("the short form has four lines, and is for urgent reports alone")
    func short() throws {
        let law = try City.law()
        let short = ShortDossier(what: "Sập cống", place: "Đường Láng", done: "Đã rào chắn", ask: .direction)
        #expect(law.faults(of: .short(short), urgency: .urgent).isEmpty)
        #expect(law.faults(of: .short(ShortDossier(what: nil, place: " ", done: nil, ask: nil)), urgency: .urgent).map(\.pointer) == ["/what", "/where", "/done", "/ask"])
        #expect(law.faults(of: .short(short), urgency: .normal).map(\.pointer).contains("/reason"))
        let json = String(decoding: try JSONEncoder().encode(short), as: UTF8.self)
        #expect(json.contains(#""where""#))
    }

    @Test("what each decision needs")
    func decisions() {
        let now = City.monday
        func pointers(_ decision: Decision) -> [String] { decision.faults(at: now, knowsUnit: { $0 == City.construction }).map(\.pointer) }
        #expect(pointers(.init(kind: .instruct, text: "")) == ["/text", "/leadUnit"])
        #expect(pointers(.init(kind: .assign, text: "Giao Sở Xây dựng")) == ["/leadUnit", "/due"])
        #expect(pointers(.init(kind: .assign, text: "x", leadUnit: City.construction, due: now)) == ["/due"])
        #expect(pointers(.init(kind: .agenda, text: "Đưa ra họp")) == ["/agendaItem", "/meetingAt"])
        #expect(pointers(.init(kind: .defer, text: "Để sau")) == ["/due"])
        #expect(pointers(.init(kind: .referOutside, text: "Xin ý kiến")) == ["/outsideBody", "/due"])
        #expect(pointers(.init(kind: .decline, text: "Phường tự giải quyết")).isEmpty)
        #expect(pointers(.init(kind: .instruct, text: "x", leadUnit: City.finance)) == ["/leadUnit"])
        #expect(pointers(.init(kind: .instruct, text: "x", leadUnit: City.construction, coUnits: [City.construction])) == ["/coUnits"])
    }
}
