using MediatR;

namespace CleanLogin.Application.Accounts.ListActivity;

/// <summary>What happened to the account of whoever is signed in at this browser. Changes nothing.</summary>
/// <param name="Before">Only what was recorded before the one of this number; null: from the newest on.</param>
public sealed record ListActivity(long? Before) : IRequest<ListActivityOutcome>;
