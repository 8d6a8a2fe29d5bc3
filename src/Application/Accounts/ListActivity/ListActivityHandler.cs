using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using MediatR;

namespace CleanLogin.Application.Accounts.ListActivity;

internal sealed class ListActivityHandler(StepUp person, IActivityLog log) : IRequestHandler<ListActivity, ListActivityOutcome>
{
    private const int PageSize = 100;

    public async Task<ListActivityOutcome> Handle(ListActivity request, CancellationToken cancellationToken) =>
        await person.CheckAsync(cancellationToken) is { Present: { } account }
            ? await ListAsync(account.Id, request.Before, cancellationToken)
            : new ListActivityOutcome.SignedOut();

    private async Task<ListActivityOutcome> ListAsync(UserId user, long? before, CancellationToken ct)
    {
        var entries = await log.ListAsync(user, before, PageSize, ct);
        return new ListActivityOutcome.Listed(Gather(entries), entries.Count == PageSize ? entries[^1].Number : null);
    }

    // A hundred wrong passwords in a row are one line: whoever guesses must not hide what else has happened.
    private static List<RepeatedActivity> Gather(IReadOnlyList<ActivityEntry> entries)
    {
        var gathered = new List<RepeatedActivity>();
        foreach (var entry in entries)
        {
            if (gathered is [.., var last] && IsAlike(last.Latest, entry))
            {
                gathered[^1] = last with { Times = last.Times + 1 };
            }
            else
            {
                gathered.Add(new RepeatedActivity(entry, 1));
            }
        }

        return gathered;
    }

    private static bool IsAlike(ActivityEntry one, ActivityEntry other) =>
        one.What == other.What && Equals(one.Address, other.Address) && one.UserAgent == other.UserAgent;
}
