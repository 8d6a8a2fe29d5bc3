using System.Net;
using CleanLogin.Application.Accounts.ListActivity;
using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Accounts;

public sealed class ListActivityTests
{
    private const int PageSize = 100;

    private static readonly IPAddress Here = IPAddress.Parse("203.0.113.7");

    private readonly Handlers _handlers = new();
    private readonly Mock<IAuthorizationServer> _server = new();
    private readonly Mock<IActivityLog> _log = new();
    private readonly Account _alice = Given.AnAccount().Build();

    public ListActivityTests() => _server.Setup(server => server.GetSessionAsync(It.IsAny<CancellationToken>()))
        .ReturnsAsync(new LoginSession(_alice.Id, "Alice", AuthenticationMethods.Of(AuthenticationMethod.Password), Moments.Start));

    [Fact]
    public async Task What_came_in_a_row_from_one_place_is_one_line()
    {
        Recorded(
            Entry(9, Activity.SignedIn, Here),
            Entry(8, Activity.WrongPassword, Here),
            Entry(7, Activity.WrongPassword, Here),
            Entry(6, Activity.WrongPassword, null),
            Entry(5, Activity.WrongPassword, Here),
            Entry(4, Activity.WrongPassword, Here) with { UserAgent = "another" });

        (await ListedAsync()).Entries.Select(entry => (entry.Latest.Number, entry.Times))
            .Should().Equal((9, 1), (8, 2), (6, 1), (5, 1), (4, 1));
    }

    [Theory]
    [InlineData(PageSize - 1, null)]
    [InlineData(PageSize, 1L)]
    public async Task A_full_page_has_one_after_it(int count, long? older)
    {
        Recorded([.. Enumerable.Range(0, count).Select(number => Entry(count - number, Activity.WrongPassword, Here))]);

        (await ListedAsync()).Older.Should().Be(older);
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_nothing()
    {
        _server.Reset();

        (await SendAsync()).Should().BeOfType<ListActivityOutcome.SignedOut>();
        _log.VerifyNoOtherCalls();
    }

    private static ActivityEntry Entry(long number, Activity what, IPAddress? from) => new(number, what, Moments.Start, from, "a browser");

    private void Recorded(params ActivityEntry[] entries) =>
        _log.Setup(log => log.ListAsync(_alice.Id, 42, PageSize, It.IsAny<CancellationToken>())).ReturnsAsync(entries);

    private async Task<ListActivityOutcome.Listed> ListedAsync() => (await SendAsync()).Should().BeOfType<ListActivityOutcome.Listed>().Subject;

    private Task<ListActivityOutcome> SendAsync() =>
        new ListActivityHandler(new StepUp(_server.Object, _handlers.Accounts.Object, _handlers.Time), _log.Object)
            .Handle(new ListActivity(42), TestContext.Current.CancellationToken);
}
