public enum OfReport {}
public enum OfEscalation {}
public enum OfConclusion {}
public enum OfActionItem {}
public enum OfTree {}
public enum OfCompetenceRule {}
public enum OfCategory {}
public enum OfServiceProfile {}
public enum OfRatingReason {}

public typealias ReportID = Identifier<OfReport>
public typealias EscalationID = Identifier<OfEscalation>
public typealias ConclusionID = Identifier<OfConclusion>
public typealias ActionItemID = Identifier<OfActionItem>
/// Version of the tree of units, such as `hn-2025-07-01`.
public typealias TreeID = Identifier<OfTree>
public typealias CompetenceRuleID = Identifier<OfCompetenceRule>
/// Code of a category of reports, such as `thoat-nuoc`.
public typealias CategoryID = Identifier<OfCategory>
/// Name of a table of time limits, such as `mac-dinh`.
public typealias ServiceProfileID = Identifier<OfServiceProfile>
/// Code of a reason that goes with a rating, such as `noProof`.
public typealias RatingReasonID = Identifier<OfRatingReason>
