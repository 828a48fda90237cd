public import ArgumentParser
public import Rules

// Words of the law as arguments: ArgumentParser lists the choices and refuses the rest with exit code 64.

extension Language: ExpressibleByArgument {}
extension MeetingType: ExpressibleByArgument {}
extension MeetingForm: ExpressibleByArgument {}

extension Identifier: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
