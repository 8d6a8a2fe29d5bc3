using MediatR;

namespace CleanLogin.Application.Accounts.GetOverview;

/// <summary>What protects the account of whoever is signed in at this browser. Changes nothing.</summary>
public sealed record GetOverview : IRequest<GetOverviewOutcome>;
