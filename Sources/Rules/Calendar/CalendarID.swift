public enum OfCalendar {}

/// Name of a working calendar, such as `vn-public` or `24x7`.
public typealias CalendarID = Identifier<OfCalendar>
