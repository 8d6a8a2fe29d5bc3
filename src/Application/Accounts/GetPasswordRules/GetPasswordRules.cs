using MediatR;

namespace CleanLogin.Application.Accounts.GetPasswordRules;

/// <summary>Whose password is changed here, and what a new one has to be like. Changes nothing.</summary>
public sealed record GetPasswordRules : IRequest<GetPasswordRulesOutcome>;
