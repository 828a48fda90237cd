public import Rules

/// Body of `POST /polls/{id}/casting-vote`: `{"choice":"for|against","basis":"cast|declared"}`.
///
/// The law's own value is already the contract's JSON; that `abstain` decides nothing is for the law to refuse.
public typealias CastingVote = PollCount.CastingVote
