import Foundation
public import Hummingbird
import Rules

/// The whole web side: middleware in the order a request meets it, then every route by feature.
public func makeRouter(_ at: Dependencies, ready: ReadyAnswers, screens: any ScreenRoutes) throws -> Router<AppContext> {
    let router = Router(context: AppContext.self)
    router.addMiddleware {
        ArrivalMiddleware(cabinet: at.cabinet, logger: at.logger, configuration: at.configuration)
        ProblemMiddleware(locales: at.locales, pages: screens, logger: at.logger)
        ready.files
        SessionMiddleware(cabinet: at.cabinet)
    }
    let api = router.group("api/v1")
    OperationsRoutes(at: at).add(to: router, api: api)
    IdentityRoutes(at: at).add(to: api)
    BodyRoutes(at: at).add(to: api)
    MeetingRoutes(at: at).add(to: api)
    AgendaRoutes(at: at).add(to: api)
    AttendanceRoutes(at: at).add(to: api)
    InvitationRoutes(at: at).add(to: api)
    BeforeSessionRoutes(at: at).add(to: api)
    FloorRoutes(at: at).add(to: api)
    PresentedPageRoutes(at: at).add(to: api)
    RecusalRoutes(at: at).add(to: api)
    ReopeningRoutes(at: at).add(to: api)
    DocumentRoutes(at: at).add(to: api)
    VerifyRoutes(at: at).add(to: api)
    PollRoutes(at: at).add(to: api)
    CirculationRoutes(at: at).add(to: api)
    MinutesRoutes(at: at).add(to: api)
    DeadlineRoutes(at: at).add(to: api)
    ReportRoutes(at: at).add(to: api)
    ReportFileRoutes(at: at).add(to: api)
    EscalationRoutes(at: at).add(to: api)
    UnitRoutes(at: at).add(to: api)
    RatingRoutes(at: at).add(to: api)
    PublicReportRoutes(at: at).add(to: api)
    TrustRoutes(at: at).add(to: api)
    PushRoute(at: at).add(to: api)
    screens.add(to: router)
    return router
}

/// The pages for people; added last.
public protocol ScreenRoutes: ProblemPages {
    func add(to router: Router<AppContext>)
}
