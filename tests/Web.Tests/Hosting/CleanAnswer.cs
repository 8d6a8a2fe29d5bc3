using System.Net;
using AngleSharp.Html.Parser;

namespace CleanLogin.Web.Tests.Hosting;

/// <summary>What every answer to bad input must be.</summary>
internal static class CleanAnswer
{
    /// <summary>No fault of the server, nothing of its insides, and, where there is a page, a heading and a way on.</summary>
    public static async Task ShouldBeCleanAsync(this HttpResponseMessage response, string because = "")
    {
        ((int)response.StatusCode).Should().BeLessThan(500, because);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.Should().NotContainAny("   at ", "Exception", "CleanLogin.Web.");
        if (html.Length == 0)
        {
            return;
        }

        var document = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        document.QuerySelector("main h1").Should().NotBeNull(because);
        document.QuerySelector("main a, main form button").Should().NotBeNull("there is a way on");
    }

    /// <summary>The same, with this status.</summary>
    public static async Task ShouldBeCleanAsync(this HttpResponseMessage response, HttpStatusCode status, string because = "")
    {
        await response.ShouldBeCleanAsync(because);
        response.StatusCode.Should().Be(status, because);
    }
}
