#pragma once

#include "ui/parts/page.h"
#include "ui/session/session.h"

class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace rudolph {

class CaseExplorer;
class CaseGallery;
class CaseListModel;
class CaseOrder;
class CaseRunList;
class CaseStudies;
class CaseSummary;
class CaseViewer;
class MessagePanel;
class NoticeBar;

/// The validation faces of a run: sorted by error in a gallery, one of them large, and what their
/// errors go with. What is known of them is in CaseStudies.
class CasesPage : public Page {
    Q_OBJECT

public:
    explicit CasesPage(Session* session, QWidget* parent = nullptr);

    QString title() const override { return tr("Cases"); }
    QString icon() const override { return QStringLiteral("cases"); }
    QString guideChapter() const override { return QStringLiteral("curves-and-cases"); }
    PageActions* actions() const override { return actions_; }
    QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum Middle { kMessage, kCases, kViewer };

    void makeActions();
    void makeNotices();
    QWidget* makeWork();
    void connectStudies();
    void connectParts();

    void showRuns();
    void showState();
    void showOpened();
    void showStudy();
    void showLostPictures();
    void showTruthNotice();
    void showNoRuns();
    void showFailure(const ErrorText& error);
    bool isViewing() const;
    void viewCase(int place);
    void backToCases();

    Session* session_;
    CaseStudies* studies_;
    CaseListModel* model_;
    CaseOrder* order_;
    PageActions* actions_;
    CaseRunList* runs_ = nullptr;
    NoticeBar* truth_notice_;
    NoticeBar* lost_notice_;
    QStackedWidget* middle_;
    MessagePanel* message_;
    QPushButton* train_button_;
    CaseSummary* summary_;
    QTabWidget* tabs_;
    CaseGallery* gallery_;
    CaseExplorer* explorer_;
    CaseViewer* viewer_ = nullptr;
    int viewed_ = -1;  ///< place in the order
    int viewed_row_ = -1;
};

}  // namespace rudolph
