using CleanLogin.Application.Mails.ListPickedUp;
using CleanLogin.Application.Ports;
using CleanLogin.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Mails;

public sealed class ListPickedUpMailsTests
{
    private readonly Mock<IPickedUpMails> _mails = new();

    [Fact]
    public async Task What_was_picked_up_is_listed()
    {
        PickedUpMail[] picked = [new("alice@example.com", "Subject", "Text", Moments.Start)];
        _mails.Setup(mails => mails.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(picked);

        (await SendAsync()).Should().BeOfType<ListPickedUpMailsOutcome.Listed>().Which.Mails.Should().Equal(picked);
    }

    [Fact]
    public async Task Where_nothing_may_be_looked_at_there_is_no_list()
    {
        _mails.Setup(mails => mails.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync((IReadOnlyList<PickedUpMail>?)null);

        (await SendAsync()).Should().BeOfType<ListPickedUpMailsOutcome.NotHere>();
    }

    private Task<ListPickedUpMailsOutcome> SendAsync() =>
        new ListPickedUpMailsHandler(_mails.Object).Handle(new ListPickedUpMails(), TestContext.Current.CancellationToken);
}
