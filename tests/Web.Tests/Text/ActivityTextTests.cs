using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Web.Text;

namespace CleanLogin.Web.Tests.Text;

public sealed class ActivityTextTests
{
    [Fact]
    public void Everything_has_words_of_its_own() =>
        Enum.GetValues<Activity>().Select(ActivityText.For).Should().OnlyHaveUniqueItems().And.NotContain(text => string.IsNullOrWhiteSpace(text));
}
