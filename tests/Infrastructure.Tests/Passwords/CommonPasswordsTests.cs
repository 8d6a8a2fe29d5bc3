using CleanLogin.Infrastructure.Passwords;

namespace CleanLogin.Infrastructure.Tests.Passwords;

public sealed class CommonPasswordsTests
{
    private readonly CommonPasswords _common = new();

    [Theory]
    [InlineData("password1")]
    [InlineData("Qwertyuiop")]
    [InlineData("1q2w3e4r5t")]
    [InlineData("iloveyou1")]
    public void What_is_guessed_first_is_in_the_list_whatever_its_letter_case(string password) => _common.Contains(password).Should().BeTrue();

    [Fact]
    public void Others_are_not() => _common.Contains("correct horse battery").Should().BeFalse();

    // ASVS 6.2.4 asks for the first three thousand of those that the policy lets through.
    [Fact]
    public void The_list_is_long_enough()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("CleanLogin.Infrastructure.Passwords.common-passwords.txt")!;
        using var reader = new StreamReader(stream);

        reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(password => password.Length >= 8).Should().HaveCountGreaterThan(3000);
    }
}
