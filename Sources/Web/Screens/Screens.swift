import Foundation
public import Hummingbird
import Mustache

/// Every page for people, by feature.
public struct Screens: ScreenRoutes {
    let at: Dependencies
    let library: MustacheLibrary

    /// - Throws: when a template cannot be parsed.
    public init(_ at: Dependencies) throws {
        self.at = at
        library = try Templates.library(in: at.configuration.templatesFolder)
    }

    public func add(to router: Router<AppContext>) {
        HomeScreen(stage: self).add(to: router)
        SignInScreen(stage: self).add(to: router)
        NewMeetingScreen(stage: self).add(to: router)
        RoomScreen(stage: self).add(to: router)
        SignatureScreen(stage: self).add(to: router)
        OpinionsScreen(stage: self).add(to: router)
        SlipScreen(stage: self).add(to: router)
        BriefScreen(stage: self).add(to: router)
        PrepareScreen(stage: self).add(to: router)
        MinutesScreen(stage: self).add(to: router)
        BigScreen(stage: self).add(to: router)
        FragmentRoutes(stage: self).add(to: router)
        AdminScreen(stage: self).add(to: router)
        ReportFormScreen(stage: self).add(to: router)
        TrackScreen(stage: self).add(to: router)
        DeskScreen(stage: self).add(to: router)
        RaiseScreen(stage: self).add(to: router)
        InboxScreen(stage: self).add(to: router)
        TasksScreen(stage: self).add(to: router)
        ItemScreen(stage: self).add(to: router)
    }
}
