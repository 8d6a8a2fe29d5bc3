using System.Globalization;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

internal sealed class UsersApi(Tenant tenant, AuthenticatorBook book, KnobStore knobs)
{
    private const int DefaultPageSize = 100;

    /// <summary>Somebody never seen, or deleted, is a user who is not enrolled: the service answers no 404 here.</summary>
    public ApiResult Get(string userId) => ApiResult.Ok(Describe(tenant.FindUser(userId) ?? new TenantUser(userId)));

    public ApiResult Update(string userId, UserAttributes change)
    {
        var user = tenant.GetOrAddUser(userId);
        book.Change(user, change);
        return ApiResult.Ok(user.Attributes with { UserId = userId });
    }

    public ApiResult Delete(string userId)
    {
        tenant.RemoveUser(userId);
        return ApiResult.Ok(new SuccessResponse());
    }

    public ApiResult Query(IQueryCollection query)
    {
        var (username, email, phoneNumber) = (Value("username"), Value("email"), Value("phoneNumber"));
        if ((username ?? email ?? phoneNumber) is null)
        {
            return ApiResult.Invalid("querystring must have one of username, email, phoneNumber");
        }

        var limit = DefaultPageSize;
        if (Value("limit") is { } text && (!int.TryParse(text, CultureInfo.InvariantCulture, out limit) || limit < 1))
        {
            return ApiResult.Invalid("querystring.limit must be >= 1");
        }

        var found = tenant.Users
            .Where(user => Fits(username, user.Attributes.Username)
                && Fits(email, user.Attributes.Email)
                && Fits(phoneNumber, user.Attributes.PhoneNumber))
            .OrderBy(user => user.Id, StringComparer.Ordinal)
            .SkipWhile(user => string.CompareOrdinal(user.Id, Value("lastEvaluatedUserId")) <= 0)
            .Take(limit + 1)
            .Select(Summarise)
            .ToList();
        var page = found.Take(limit).ToList();
        return ApiResult.Ok(new UserPage(page, found.Count > limit ? page[^1].UserId : null));

        string? Value(string name) => query[name].FirstOrDefault();
    }

    private static bool Fits(string? wanted, string? actual) => wanted is null || wanted == actual;

    private UserResponse Describe(TenantUser user) => new()
    {
        IsEnrolled = user.IsEnrolled,
        Email = user.Attributes.Email,
        EmailVerified = user.Attributes.EmailVerified ?? false,
        PhoneNumber = user.Attributes.PhoneNumber,
        PhoneNumberVerified = user.Attributes.PhoneNumberVerified ?? false,
        Username = user.Attributes.Username,
        DisplayName = user.Attributes.DisplayName,
        Custom = user.Attributes.Custom,
        Locale = user.Attributes.Locale,
        EnrolledVerificationMethods = user.EnrolledMethods,
        AllowedVerificationMethods = knobs.Current.AllowedVerificationMethods,
        DefaultVerificationMethod = user.DefaultMethod,
    };

    private static UserSummary Summarise(TenantUser user) => new()
    {
        UserId = user.Id,
        Email = user.Attributes.Email,
        EmailVerified = user.Attributes.EmailVerified ?? false,
        PhoneNumber = user.Attributes.PhoneNumber,
        PhoneNumberVerified = user.Attributes.PhoneNumberVerified ?? false,
        Username = user.Attributes.Username,
    };
}
