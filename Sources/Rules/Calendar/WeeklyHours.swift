/// The working hours of an ordinary week; a day that is missing is a day of rest.
public struct WeeklyHours: Codable, Hashable, Sendable {
    public var monday: [WorkInterval]?
    public var tuesday: [WorkInterval]?
    public var wednesday: [WorkInterval]?
    public var thursday: [WorkInterval]?
    public var friday: [WorkInterval]?
    public var saturday: [WorkInterval]?
    public var sunday: [WorkInterval]?

    public init(_ hours: (Weekday) -> [WorkInterval]?) {
        monday = hours(.monday)
        tuesday = hours(.tuesday)
        wednesday = hours(.wednesday)
        thursday = hours(.thursday)
        friday = hours(.friday)
        saturday = hours(.saturday)
        sunday = hours(.sunday)
    }

    public subscript(day: Weekday) -> [WorkInterval] {
        let hours =
            switch day {
            case .monday: monday
            case .tuesday: tuesday
            case .wednesday: wednesday
            case .thursday: thursday
            case .friday: friday
            case .saturday: saturday
            case .sunday: sunday
            }
        return hours ?? []
    }
}
