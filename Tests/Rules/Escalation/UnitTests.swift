import Foundation
import Rules
import Testing

@Suite("Units and competence")
struct UnitTests {
    @Test("the 126 wards and communes of 1 July 2025 hang under the city")
    func tree() throws {
        let forest = try City.forest()
        let local = forest.units.values.filter { $0.kind.isLocal }
        #expect(local.count == 126 && local.filter { $0.kind == .ward }.count == 51 && local.filter { $0.kind == .commune }.count == 75)
        #expect(forest.name(City.lang).vi == "Phường Láng" && forest.name(City.lang).en == "Láng Ward")
        #expect(forest.line(from: City.lang) == [City.lang, forest.leadership])
        #expect(forest.line(from: City.drainage) == [City.drainage, City.construction, forest.leadership])
        #expect(local.allSatisfy { $0.validFrom == CivilDate(iso: "2025-07-01") && $0.validTo == nil })
        // Every name of the source is there, character for character.
        let csv = String(decoding: try Chamber.file("Storage/Seeds/units/hanoi-units-2025-07-01.csv"), as: UTF8.self)
        let names = Set(csv.split(whereSeparator: \.isNewline).dropFirst().compactMap { $0.split(separator: ",").last.map(String.init) })
        #expect(Set(local.map(\.name.vi)) == names)
    }

    @Test("the tree before the reform still holds districts, and codes used twice are two units")
    func oldTree() throws {
        let old = try City.oldForest()
        #expect(old.units.values.filter { $0.kind == .district }.count == 30)
        #expect(old.line(from: UnitID(trusted: "hn25-00004")).count == 3)
        #expect(old.name(UnitID(trusted: "hn25-00004")).vi == "Phường Trúc Bạch")
        #expect(try City.forest().name(UnitID(trusted: "hn-00004")).vi == "Phường Ba Đình")
        let march = try #require(CivilDate(iso: "2025-03-15"))
        let competence = try City.competence(old)
        let found = competence.competent(.init(category: City.waste, place: UnitID(trusted: "hn25-00004"), date: march))
        #expect(found.contains { old[$0.unit]?.kind == .district && $0.rule.text == "Q-ALL" })
        #expect(competence.nextLevel(above: UnitID(trusted: "hn25-00004"), category: City.waste, place: nil, date: march) == old.parent(of: UnitID(trusted: "hn25-00004")))
    }

    @Test("a tree with faults is refused")
    func faults() throws {
        let forest = try City.forest()
        let units = Array(forest.units.values)
        func refused(_ units: [UnitRecord]) throws -> ForestFault { try #require(throws: ForestFault.self) { try UnitForest(forest.tree, units: units) } }
        #expect(try refused(units + [units[0]]) == .duplicate(units[0].id))
        #expect(try refused(units.filter { $0.kind != .office }) == .notOne(.office, found: 0))
        var ward = try #require(forest[City.lang])
        ward.parent = UnitID(trusted: "nowhere")
        #expect(try refused(units.filter { $0.id != ward.id } + [ward]) == .missingParent(City.lang))
        var construction = try #require(forest[City.construction])
        construction.parent = City.drainage
        let circle = try refused(units.filter { $0.id != construction.id } + [construction])
        #expect(circle == .circle(City.construction) || circle == .circle(City.drainage) || { if case .circle = circle { true } else { false } }())
    }

    @Test("who is competent is explained, deterministic, and names its rule")
    func competent() throws {
        let forest = try City.forest()
        let table = try City.competence(forest)
        let question = CompetenceQuestion(category: City.flooding, place: City.lang, moneyVND: 100_000_000, date: City.monday.inVietnam.date)
        let found = table.competent(question)
        #expect(
            found.map { "\($0.unit) \($0.level) \($0.rule)" } == [
                "hn-00199 handle P-TN", "thoat-nuoc-ha-noi handle TNHN", "so-xay-dung handle SXD-DS", "so-tai-chinh coordinate STC-KP", "lanh-dao-ubnd-tp decide TP-QD",
            ])
        #expect(
            found[0].why.vi
                == "Phường Láng xử lý – Thoát nước, ngập úng, trên địa bàn, đến 300.000.000 đồng: quy tắc P-TN (Luật Đầu tư công 58/2024/QH15 và phân cấp của HĐND Thành phố (mức cần xác nhận); căn cứ chưa xác nhận)"
        )
        #expect(found[0].why.en.hasPrefix("Láng Ward handles – Drainage and flooding, in its territory, up to 300,000,000 VND: rule P-TN"))
        var shuffled = CompetenceTable(rules: table.rules.shuffled(), forest: forest, categories: table.categories)
        #expect(shuffled.competent(question) == found)
        shuffled = CompetenceTable(rules: table.rules.reversed(), forest: forest, categories: table.categories)
        #expect(shuffled.competent(question) == found)
    }

    @Test("beyond its money a ward is not competent, and no wider rule lifts the limit")
    func limits() throws {
        let table = try City.competence(City.forest())
        let date = City.monday.inVietnam.date
        #expect(table.handles(City.lang, .init(category: City.flooding, place: City.lang, moneyVND: 300_000_000, date: date))?.rule.text == "P-TN")
        #expect(table.handles(City.lang, .init(category: City.flooding, place: City.lang, moneyVND: 300_000_001, date: date)) == nil)
        #expect(table.handles(City.lang, .init(category: City.flooding, place: UnitID(trusted: "hn-00004"), date: date)) == nil, "another ward's territory")
        let limits = table.ownLimits(of: City.lang, .init(category: City.flooding, place: City.lang, moneyVND: 2_000_000_000, date: date))
        #expect(limits.first?.isExceeded == true)
        #expect(limits.first?.sentence.vi.hasPrefix("Phường Láng tự xử lý Thoát nước, ngập úng đến 300.000.000 đồng") == true)
        #expect(limits.first?.sentence.vi.hasSuffix("Mức này chưa được xác nhận.") == true)
        #expect(table.ownLimits(of: City.lang, .init(category: City.flooding, place: City.lang, date: date)).first?.isExceeded == nil)
    }

    @Test("rules end with their validity")
    func validity() throws {
        let table = try City.competence(City.forest())
        #expect(table.competent(.init(category: City.flooding, place: City.lang, date: try #require(CivilDate(iso: "2025-06-30")))).allSatisfy { $0.unit != City.lang })
        #expect(table.competent(.init(category: CategoryID(trusted: "nothing"), place: City.lang, date: City.monday.inVietnam.date)).isEmpty)
    }

    @Test("the line upwards goes over the department in the field, the Office and leadership")
    func upwards() throws {
        let forest = try City.forest()
        let table = try City.competence(forest)
        let date = City.monday.inVietnam.date
        func above(_ unit: UnitID) -> UnitID { table.nextLevel(above: unit, category: City.flooding, place: City.lang, date: date) }
        #expect(above(City.lang) == City.construction && above(City.drainage) == City.construction)
        #expect(above(City.construction) == forest.office && above(forest.serviceCentre) == forest.office)
        #expect(above(forest.office) == forest.leadership && above(forest.leadership) == forest.leadership)
    }

    @Test("every category has a handler in every ward, and every seed is whole")
    func coverage() throws {
        let law = try City.law()
        for category in law.categories.categories.keys {
            for place in law.forest.units.values where place.kind.isLocal {
                let found = law.competence.competent(.init(category: category, place: place.id, date: City.monday.inVietnam.date))
                #expect(found.contains { $0.level == .handle }, "\(category) in \(place.id)")
            }
        }
    }

    @Test("law with holes is refused")
    func holes() throws {
        let law = try City.law()
        let competence = try City.competence(City.forest())
        let clock = try WorkingCalendars.clock("vn-public")
        #expect(throws: ReportLaw.Fault.missingProfile(ServiceProfileID(trusted: "mac-dinh"))) {
            try ReportLaw(profiles: [], defaultProfile: ServiceProfileID(trusted: "mac-dinh"), calendars: [clock], competence: competence)
        }
        var profile = law.defaultProfile
        profile.rows.removeAll { $0.clock == .process && $0.urgency == .urgent }
        #expect(throws: ReportLaw.Fault.missingRow(profile.id, .process, .urgent)) {
            try ReportLaw(profiles: [profile], defaultProfile: profile.id, calendars: [clock], competence: competence)
        }
        #expect(throws: ReportLaw.Fault.missingCalendar(CalendarID(trusted: "vn-public"))) {
            try ReportLaw(profiles: [law.defaultProfile], defaultProfile: law.defaultProfile.id, calendars: [], competence: competence)
        }
    }
}
