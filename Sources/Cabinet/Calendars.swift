import Foundation
public import Rules
import Store

/// The working calendars of `Storage/Seeds/calendars`, loaded at every start: versions of data with their legal source.
public struct Calendars: Sendable {
    /// By id, each with its clock ready.
    public let clocks: [CalendarID: WorkClock]

    /// - Throws: `StoreFault.schema` naming the file that is no calendar.
    public init(seedsFolder: String) throws {
        let folder = seedsFolder + "/calendars"
        var clocks: [CalendarID: WorkClock] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".json") {
            do {
                let calendar = try JSONDecoder().decode(CalendarVersion.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
                clocks[calendar.id] = try WorkClock(calendar)
            } catch {
                throw StoreFault.schema("\(name) is no calendar: \(error)")
            }
        }
        self.clocks = clocks
    }

    /// All of them, by id.
    public var all: [CalendarVersion] { clocks.values.map(\.calendar).sorted { $0.id.text < $1.id.text } }
}
