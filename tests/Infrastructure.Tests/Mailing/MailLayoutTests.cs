using CleanLogin.Infrastructure.Mailing;

namespace CleanLogin.Infrastructure.Tests.Mailing;

public sealed class MailLayoutTests
{
    private readonly MailLayout _layout = new("Example");

    private readonly MailContent _content = new("A <b>subject</b>", ["Said {{server}} & done.", "More."])
    {
        Link = new Uri("https://login.example/page?a=1&b=2"),
        LinkText = "Open",
        Remarks = ["A remark."],
    };

    [Fact]
    public void The_text_says_everything_and_a_link_stands_in_a_line_of_its_own() =>
        _layout.Text(_content).Should().Be(
            "Said {{server}} & done.\n\nMore.\n\nOpen:\nhttps://login.example/page?a=1&b=2\n\nA remark.\n\n-- \nExample\n");

    [Fact]
    public void The_page_says_the_same_and_nothing_in_it_becomes_markup()
    {
        var html = _layout.Html(_content);

        html.Should().Contain("A &lt;b&gt;subject&lt;/b&gt;").And.NotContain("<b>subject");
        html.Should().Contain("&#123;&#123;server&#125;&#125; &amp; done.").And.NotContain("Said Example");
        html.Should().Contain("href=\"https://login.example/page?a=1&amp;b=2\"").And.Contain("A remark.").And.NotContain("{{");
    }

    [Fact]
    public void The_page_loads_nothing_and_runs_nothing() =>
        _layout.Html(_content).Should().NotContain("src=").And.NotContain("url(").And.NotContain("<script").And.NotContain("<link");
}
