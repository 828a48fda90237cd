import Cabinet
import Foundation
import Hummingbird
import Rules
import Wire

/// `/calendars` and `/deadlines`: the working calendars and what is due when, explained. Any token.
struct DeadlineRoutes {
    static let defaultCalendar = "vn-public"
    let at: Dependencies

    /// `due` in +07:00, and how it came about in words.
    struct Answered: Encodable {
        var due: String
        var explanation: String
        var calendar: CalendarID
        var calendarVersion: Int
        /// A day on the way rests on a source that is not confirmed, or holidays are not known that far.
        var isProvisional: Bool
    }

    func add(to api: RouterGroup<AppContext>) {
        api.get("calendars", use: calendars)
        api.get("deadlines", use: deadline)
    }

    @Sendable func calendars(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        return try JSON.response(try request.page(at.calendars.all) { $0.id.text })
    }

    @Sendable func deadline(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        let wanted = request.query("calendar") ?? Self.defaultCalendar
        guard let clock = at.calendars.clocks.first(where: { $0.key.text == wanted })?.value else {
            throw Refusal.invalid("/calendar", "field.unknown-calendar", ["id": wanted])
        }
        let pauses = request.uri.queryParameters.getAll("pause").map { $0.removingPercentEncoding ?? $0 }
        // A plus in a query is a space to forms and an offset to RFC 3339: there is no space in an instant.
        let query = try DeadlineQuery(
            start: request.query("start")?.replacing(" ", with: "+"), budget: request.query("budget"), pauses: pauses.map { $0.replacing(" ", with: "+") })
        let deadline = try query.deadline(by: clock)
        return try JSON.response(
            Answered(
                due: deadline.due.rfc3339, explanation: deadline.explanation(in: context.language), calendar: deadline.calendar,
                calendarVersion: deadline.calendarVersion, isProvisional: deadline.isProvisional))
    }
}
